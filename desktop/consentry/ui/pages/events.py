"""Events and channels: where photos may go, and the public arenas the designee has authorised."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QWidget

from consentry.ui.context import UiContext
from consentry.ui.pages.disclosures import DisclosuresPage
from consentry.ui.pages.event_channels import EventChannels
from consentry.ui.pages.event_forms import ChannelForm, EventForm
from consentry.ui.pages.event_lists import EventLists
from consentry.ui.pages.event_photos import EventPhotos
from consentry_policy.events import Event


class EventsPage(QStackedWidget):
    """The two lists, the forms that add to them, and what belongs to one event."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lists = EventLists(context)
        self.channel_form = ChannelForm(context)
        self.event_form = EventForm(context)
        self.event_channels = EventChannels(context)
        self.event_photos = EventPhotos(context)
        self.disclosures = DisclosuresPage(context)
        faces = (self.channel_form, self.event_form, self.event_channels, self.event_photos, self.disclosures)
        self.addWidget(self.lists)
        for face in faces:
            self.addWidget(face)
            face.left.connect(lambda: self.setCurrentWidget(self.lists))
        self.lists.channel_wanted.connect(self._new_channel)
        self.lists.event_wanted.connect(self._new_event)
        self.lists.event_channels_wanted.connect(self._channels_of)
        self.lists.event_photos_wanted.connect(self._photos_of)
        self.lists.disclosures_wanted.connect(lambda: self.setCurrentWidget(self.disclosures))

    def _new_channel(self) -> None:
        self.channel_form.begin()
        self.setCurrentWidget(self.channel_form)

    def _new_event(self) -> None:
        self.event_form.begin([c for c in self.lists.channel_model.rows if c.authorised(self.lists.today)])
        self.setCurrentWidget(self.event_form)

    def _channels_of(self, event: Event) -> None:
        self.event_channels.begin(event)
        self.setCurrentWidget(self.event_channels)

    def _photos_of(self, event: Event) -> None:
        self.setCurrentWidget(self.event_photos)
        self.event_photos.begin(event)
