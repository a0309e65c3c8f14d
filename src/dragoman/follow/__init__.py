"""What many reports show together: who is who, the same act, plans and outcomes, conflicts, how pairs stand."""
