# The one door for developers. `just` lists what it opens.

default:
    @just --list

# Set up everything the other recipes need
setup:
    uv sync --all-extras
    uv run pre-commit install

# Tests
test *ARGS:
    uv run pytest {{ARGS}}

# Style, types, rooms
check:
    uv run ruff check .
    uv run ruff format --check .
    uv run mypy
    uv run lint-imports

# Put code in the house's style
format:
    uv run ruff format .
    uv run ruff check --fix .

# The demo on two public-domain portraits
demo *ARGS:
    uv run --extra demo consentry demo {{ARGS}}

# Benchmarks that print a table: just bench faces | main | speed | verify | crops | sheets | bad-sheets
bench NAME *ARGS:
    #!/usr/bin/env bash
    set -euo pipefail
    case "{{NAME}}" in
        faces) uv run --all-extras python bench/faces.py {{ARGS}} ;;
        main) uv run --all-extras python bench/main_job.py {{ARGS}} ;;
        speed) uv run --all-extras python bench/checking_speed.py {{ARGS}} ;;
        verify) uv run --all-extras python bench/verify_copies.py {{ARGS}} ;;
        crops) uv run --all-extras python bench/crop_recheck.py {{ARGS}} ;;
        sheets) uv run --all-extras python bench/sheet_import.py {{ARGS}} ;;
        bad-sheets) uv run --all-extras python bench/sheet_bad_input.py {{ARGS}} ;;
        *) echo "There is no benchmark named {{NAME}}."; exit 2 ;;
    esac

# The pictures of the guide, taken on the tour of the window
screenshots:
    CONSENTRY_SCREENSHOTS=docs/screenshots uv run pytest tests/tour -q

# The packaged program for this system, and whether it works (needs PyInstaller)
installer:
    uv run --with pyinstaller==6.22.3 pyinstaller --noconfirm installers/consentry.spec
    uv run python installers/smoke_test.py dist/consentry/consentry

# Wheel and source archive
package:
    uv build
