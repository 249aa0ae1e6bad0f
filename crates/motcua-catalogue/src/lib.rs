//! Reads the world's formats into the domain: the national portal's records, the city folder.
