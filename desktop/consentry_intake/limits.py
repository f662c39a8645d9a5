"""Every limit on what comes from outside, in one flat list: name, value, unit.

They are checked where the bytes are read and again on the trusted side of the worker child.
"""

from __future__ import annotations

MIB = 1024 * 1024

# --- images ----------------------------------------------------------------------------------------------------
IMAGE_BYTES = 512 * MIB  # bytes of one image file
IMAGE_PIXELS = 150_000_000  # pixels of one frame, by its header, before anything is decoded
IMAGE_SIDE = 65_535  # px of one side of a frame
IMAGE_FRAMES = 1_000  # frames of one animated or multi-page file that are checked; more hold the photo
IMAGE_FRAMES_PIXELS = 400_000_000  # pixels of all frames of one file together
IMAGE_SEGMENTS = 20_000  # segments, chunks or boxes of one file
IMAGE_PROFILE_BYTES = 4 * MIB  # bytes of a colour profile
IMAGE_XMP_BYTES = 60_000  # bytes of the XMP packet spliced into a copy (one JPEG segment holds 65,533)

# --- what is kept of an image ----------------------------------------------------------------------------------
THUMBNAIL_SIDE = 512  # px, longest side
CROP_SIDE = 160  # px, side of a face's square crop
VIEW_SIDE = 8_192  # px, longest side of a picture made for the window
FACES = 1_000  # faces of one photo; more hold it

# --- the worker child ------------------------------------------------------------------------------------------
CHILD_START_SECONDS = 60.0  # until the child has loaded its engine
CHILD_IDLE_SECONDS = 45.0  # wall clock, in the middle of a job, without using any CPU: it hangs
CHILD_CPU_SECONDS = 180  # CPU seconds of one job, set by the child on itself where the system can
CHILD_MEMORY = 3_072 * MIB  # bytes resident, watched by the parent
CHILD_ADDRESS_SPACE = 6_144 * MIB  # bytes of address space, set by the child on itself where the system can
CHILD_JOBS = 2_000  # jobs after which a child is replaced, so that no decoder's leak grows for ever
WIRE_HEADER_BYTES = 4 * MIB  # bytes of the JSON header of one message
WIRE_BLOBS = 4_096  # binary parts of one message
WIRE_SHEET_BYTES = 256 * MIB  # bytes of a spreadsheet's cells as JSON
WIRE_BLOB_BYTES = 1_024 * MIB  # bytes of one message's binary parts together

# --- spreadsheets ----------------------------------------------------------------------------------------------
SHEET_BYTES = 64 * MIB  # bytes of one spreadsheet file
SHEET_ROWS = 200_000  # rows of all sheets of one book together
SHEET_COLUMNS = 500  # columns of one sheet
SHEET_AREA = 5_000_000  # rows x columns of all sheets together, counted from A1, empty cells too
SHEET_TABS = 200  # sheets of one book
SHEET_CELL_CHARS = 32_767  # characters of one cell (Excel's own limit)
SHEET_ENTRIES = 2_000  # files inside one zipped book
SHEET_UNPACKED = 256 * MIB  # bytes of a zipped book, unpacked
SHEET_RATIO = 100  # unpacked : packed of one entry; more is a bomb ...
SHEET_RATIO_FROM = 8 * MIB  # ... once it unpacks to more bytes than this
SHEET_XML_DEPTH = 64  # nested elements
SHEET_DISTINCT = 500  # distinct values of one column that are counted for the screen
RECIPE_BYTES = 1 * MIB  # bytes of a recipe file

# --- what is kept as evidence ---------------------------------------------------------------------------------
SCAN_BYTES = 20 * MIB  # bytes of one scan of a signed form
