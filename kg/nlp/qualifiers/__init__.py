"""What is said about events: stage, factuality, who says so, when, how many were hurt."""
