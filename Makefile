# `make play` opens the game; `make test` checks everything. Both set up .venv by themselves.
.PHONY: play test test-all lint golden docs clean
.DEFAULT_GOAL := play

# Tests start hundreds of processes; without compiled files each reads the whole source again.
unexport PYTHONDONTWRITEBYTECODE
PYTEST = .venv/bin/python -m pytest --numprocesses=auto --maxprocesses=4

play:
	@sh tools/venv
	@.venv/bin/communique play

test: lint
	$(PYTEST)

test-all: lint
	$(PYTEST) -m "" --hypothesis-profile=long

lint:
	@sh tools/venv dev
	.venv/bin/ruff check .
	.venv/bin/mypy

golden:
	@sh tools/venv dev
	.venv/bin/python -m tests.golden.renew

docs:
	@sh tools/venv dev
	NO_MKDOCS_2_WARNING=1 .venv/bin/python -m mkdocs build --strict --quiet
	@echo "Open build/site/index.html; to search it, serve it: python -m http.server -d build/site"

clean:
	rm -rf .venv build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
