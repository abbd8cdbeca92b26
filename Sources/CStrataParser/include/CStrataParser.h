// See parser.c; nothing is called from Swift.
