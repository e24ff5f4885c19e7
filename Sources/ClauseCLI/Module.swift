// ClauseCLI
