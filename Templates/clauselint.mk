# Include this file in a Makefile: `make qse` checks, `make qse-reports` writes reports to a folder.
CLAUSELINT ?= clauselint
CLAUSELINT_PATH ?= .
CLAUSELINT_OUT ?= build/qse

.PHONY: qse qse-reports

qse:
	$(CLAUSELINT) check $(CLAUSELINT_PATH)

# The reports are written whatever is found; `make qse` is the gate.
qse-reports:
	mkdir -p $(CLAUSELINT_OUT)
	$(CLAUSELINT) check $(CLAUSELINT_PATH) --exit-zero \
	  --format json --output $(CLAUSELINT_OUT)/results.json \
	  --format csv --output $(CLAUSELINT_OUT)/findings.csv \
	  --format text
