"""Events: their triggers, who sits in which role, of which type they are, and which of them are one."""
