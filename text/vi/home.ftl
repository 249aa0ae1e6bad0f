### The portal's first page and the search.
