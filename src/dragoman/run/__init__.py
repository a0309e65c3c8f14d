"""Reading on how many cores: supervised workers."""
