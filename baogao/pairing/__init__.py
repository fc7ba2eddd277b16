"""Results and targets of the same thing, within a report and over years."""
