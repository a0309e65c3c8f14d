"""Who is who across reports: every name form is given to one actor, with the reason."""
