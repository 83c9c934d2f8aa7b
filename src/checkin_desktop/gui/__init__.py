"""The window. One folder a page: view and presenter."""
