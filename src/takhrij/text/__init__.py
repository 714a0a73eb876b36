"""Arabic letters, words, sentences and quotation marks, before any meaning."""
