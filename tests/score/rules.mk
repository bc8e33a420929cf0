# Accuracy: the bundled archive with its facts and variants always, the shared scorers where
# they are.

.PHONY: facts scores
facts: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) python3 tests/score/seeds.py $(BUILD)/depeche seeds tests/score/seeds.json
scores: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) tests/score/scores.sh "$(abspath $(BUILD)/depeche)"
.PHONY: peers
peers: $(BUILD)/depeche
	@mkdir -p $(TEST_HOME)
	@$(TEST_ENV) DEPECHE_PEERS="$(DEPECHE_PEERS)" sh tests/score/peers.sh "$(abspath $(BUILD)/depeche)"
LONG_CHECKS += peers
CHECKS += facts
ifndef SAN # the same figures, slower
CHECKS += scores
endif
