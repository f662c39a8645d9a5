"""What nothing entitles anyone to keep is destroyed: on no page of the vault, in no backup, and said so."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from consentry.services import deciding, leaving, photos, retention_job, roster, settings, vaults
from consentry.services.session import Session
from consentry_policy.errors import MendableError
from consentry_policy.recognise import Matching
from consentry_vault import backup
from school_ground import CHANNEL, PASSPHRASE
from vault_pages import plain_pages


def person(session: Session, number: str) -> str:
    return next(p.id for p in roster.people(session) if p.number == number)


def portrait_of(session: Session, number: str) -> bytes:
    with session.vault.read() as unit:
        row = next(r for r in unit.portraits.of(person(session, number)) if r.template)
        assert row.template is not None
        return row.template


def everywhere(session: Session) -> bytes:
    """All decrypted pages of the vault, its WAL and its backups."""
    folders = [session.vault.folder, *(b.folder for b in backup.backups(session.vault.folder))]
    return b"".join(plain_pages(folder, session.vault.opened.data_key) for folder in folders)


def in_days(session: Session, days: int) -> None:
    now = session.now
    session.clock = lambda: now + timedelta(days=days)


def test_who_left_is_forgotten_in_time_and_in_backups_too(session: Session) -> None:
    template, other = portrait_of(session, "1001"), portrait_of(session, "1002")
    vaults.back_up(session)
    leaving.left(session, person(session, "1001"), session.today)
    early = retention_job.run(session).run()
    assert early.portraits == 0
    assert early.next_due == session.today + timedelta(days=30)
    in_days(session, 30)
    planned = retention_job.run(session, dry_run=True).run()
    assert planned.reasons["the person left"] >= 1
    assert template in everywhere(session)
    done = retention_job.run(session).run()
    assert (done.portraits, done.reasons) == (planned.portraits, planned.reasons)
    assert done.backups_replaced >= 1
    pages = everywhere(session)
    assert template not in pages
    assert other in pages
    with session.vault.read() as unit:
        assert unit.consents.of(person(session, "1001"))  # what was answered stays
        assert unit.audit.entries(0)[-1].verb == "templates-destroyed"
        assert all(unit.portraits.crop(r.id) is None for r in unit.portraits.of(person(session, "1001")))


def test_who_withdraws_from_matching_is_matched_no_more_at_once(session: Session) -> None:
    who = person(session, "1002")
    refused = photos.views(session, photos.batches(session)[0].id, CHANNEL)
    face = next(v for v in refused if v.file_name == "07-refused.jpg")
    assert face.faces[0].person is not None
    leaving.withdraw_from_matching(session, who, "the mother's letter")
    after = photos.view_of(session, [face.id], CHANNEL)[0]
    assert after.faces[0].person is None
    assert not after.faces[0].candidates or who not in {c.person for c in after.faces[0].candidates}
    assert after.outcome.value == "review"  # not matched is not cleared
    in_days(session, 10)
    assert retention_job.run(session).run().reasons["the person withdrew from matching"] >= 1


def test_faces_nobody_named_go_past_their_days_and_named_ones_stay(session: Session) -> None:
    view = next(
        v
        for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)
        if v.file_name == "02-mirrored.jpg"
    )
    deciding.confirm(session, [view.faces[0].id], person(session, "1001"))
    in_days(session, 61)
    report = retention_job.run(session).run()
    assert report.reasons == {"nobody said who it is": report.faces}
    assert report.faces > 1
    with session.vault.read() as unit:
        assert [face for face, _ in unit.faces.with_templates()] == [view.faces[0].id]
        assert unit.faces.crop(view.faces[0].id)
    kept = retention_job.run(session).run()
    assert (kept.portraits, kept.faces, kept.backups_replaced) == (0, 0, 0)


def test_turning_matching_off_destroys_every_template(session: Session) -> None:
    template = portrait_of(session, "1002")
    vaults.back_up(session)
    report = settings.set_matching(session, Matching.OFF)
    assert report is not None
    assert report.portraits >= 2
    assert template not in everywhere(session)
    with session.vault.read() as unit:
        assert unit.faces.with_templates() == []
    outcomes = {v.outcome.value for v in photos.views(session, photos.batches(session)[0].id, CHANNEL)}
    assert "cleared" not in outcomes
    with pytest.raises(MendableError, match="nothing to change"):
        settings.set_matching(session, Matching.OFF)


def test_a_rule_that_allows_no_templates_makes_all_of_them_due(session: Session) -> None:
    settings.set_profile(session, "new-york")
    report = retention_job.run(session, dry_run=True).run()
    assert set(report.reasons) == {"the rule allows no templates"}
    with pytest.raises(MendableError, match="choose one of"):
        settings.set_profile(session, "nowhere")


def test_a_purge_that_was_cut_short_is_finished_the_next_time(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    template = portrait_of(session, "1001")
    vaults.back_up(session)
    leaving.left(session, person(session, "1001"), session.today)
    in_days(session, 30)

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(backup, "replace_all", crash)
        with pytest.raises(KeyboardInterrupt):
            retention_job.run(session).run()
    assert template in everywhere(session)
    assert retention_job.run(session).run().backups_replaced >= 1
    assert template not in everywhere(session)


def test_rates_out_of_order_are_refused(session: Session) -> None:
    with pytest.raises(MendableError, match="strict rate"):
        settings.set_rates(session, wide=0.0001)
    settings.set_rates(session, wide=0.2)
    assert settings.view(session).wide == 0.2


def test_the_settings_outlive_the_session(vault_copy: Path) -> None:
    with vaults.unlock(vault_copy, PASSPHRASE) as session:
        settings.set_matching(session, Matching.REFUSED_ONLY)
    with vaults.unlock(vault_copy, PASSPHRASE) as session:
        assert settings.view(session).matching is Matching.REFUSED_ONLY
