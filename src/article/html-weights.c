#include "article/html-model.h"

const struct html_weights html_weights = {{0}, {0}};
