"""`python -m consentry`."""

from consentry.app import main

main()
