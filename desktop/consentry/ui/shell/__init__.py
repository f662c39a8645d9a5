"""The parts of the window around its pages: sidebar, menus, idle lock, workspace."""
