"""The values that pass between rooms: frozen, slotted, without behaviour beyond themselves."""
