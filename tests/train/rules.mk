# What makes the tables that are trained; each in a folder of its own.

-include $(wildcard tests/train/*/rules.mk)
