// ClauseAssessment
