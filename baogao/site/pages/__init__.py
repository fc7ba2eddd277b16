"""What the templates show: view models made from report folders, in both languages. No template computes."""
