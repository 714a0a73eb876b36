"""`python -m takhrij`: the same as the command `takhrij`."""

from takhrij.cli.main import main

if __name__ == "__main__":
    main()
