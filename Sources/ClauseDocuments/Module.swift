// ClauseDocuments
