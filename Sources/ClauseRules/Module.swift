// ClauseRules
