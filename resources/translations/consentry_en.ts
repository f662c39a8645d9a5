<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>BusyBar</name>
    <message numerus="yes">
        <source>about %n minute(s) left</source>
        <translation>
            <numerusform>about %n minute left</numerusform><numerusform>about %n minutes left</numerusform></translation>
    </message>
</context>
<context>
    <name>DisclosuresPage</name>
    <message numerus="yes">
        <source>%n disclosure(s) due again</source>
        <translation>
            <numerusform>%n disclosure due again</numerusform><numerusform>%n disclosures due again</numerusform></translation>
    </message>
</context>
<context>
    <name>EventPhotos</name>
    <message numerus="yes">
        <source>I saw these %n: in its public arena</source>
        <translation>
            <numerusform>I saw this one: in its public arena (%n)</numerusform><numerusform>I saw these %n: in its public arena</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) within its hours</source>
        <translation>
            <numerusform>%n photo within its hours</numerusform><numerusform>%n photos within its hours</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n more near by</source>
        <translation>
            <numerusform>%n more near by</numerusform><numerusform>%n more near by</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n confirmed.</source>
        <translation>
            <numerusform>%n confirmed.</numerusform><numerusform>%n confirmed.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n ticked further down: scroll to see them.</source>
        <translation>
            <numerusform>%n ticked further down: scroll to see it.</numerusform><numerusform>%n ticked further down: scroll to see them.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) confirmed as taken in its public arena.</source>
        <translation>
            <numerusform>%n photo confirmed as taken in its public arena.</numerusform><numerusform>%n photos confirmed as taken in its public arena.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) joined; confirm which were in the arena.</source>
        <translation>
            <numerusform>%n photo joined; confirm whether it was in the arena.</numerusform><numerusform>%n photos joined; confirm which were in the arena.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n photo(s) taken off the event.</source>
        <translation>
            <numerusform>%n photo taken off the event.</numerusform><numerusform>%n photos taken off the event.</numerusform></translation>
    </message>
</context>
<context>
    <name>FlagsPage</name>
    <message numerus="yes">
        <source>%n flag(s) settled.</source>
        <translation>
            <numerusform>%n flag settled.</numerusform><numerusform>%n flags settled.</numerusform></translation>
    </message>
</context>
<context>
    <name>FoundList</name>
    <message numerus="yes">
        <source>%n file(s) of the folder must come down or be looked at</source>
        <translation>
            <numerusform>%n file of the folder must come down or be looked at</numerusform><numerusform>%n files of the folder must come down or be looked at</numerusform></translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message numerus="yes">
        <source>%n face(s) kept as a further reference.</source>
        <translation>
            <numerusform>%n face kept as a further reference.</numerusform><numerusform>%n faces kept as further references.</numerusform></translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message numerus="yes">
        <source>%n entry(s)</source>
        <translation>
            <numerusform>%n entry</numerusform><numerusform>%n entries</numerusform></translation>
    </message>
</context>
<context>
    <name>MatchingCard</name>
    <message numerus="yes">
        <source>%n face template(s) destroyed; matching is off.</source>
        <translation>
            <numerusform>%n face template destroyed; matching is off.</numerusform><numerusform>%n face templates destroyed; matching is off.</numerusform></translation>
    </message>
</context>
<context>
    <name>News</name>
    <message numerus="yes">
        <source>%n staff disclosure(s) due again, under Events &amp; channels.</source>
        <translation>
            <numerusform>%n staff disclosure is due again, under Events &amp; channels.</numerusform><numerusform>%n staff disclosures are due again, under Events &amp; channels.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n copy(s) still to be taken down, under Releases.</source>
        <translation>
            <numerusform>%n copy is still to be taken down, under Releases.</numerusform><numerusform>%n copies are still to be taken down, under Releases.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n face template(s) due to be destroyed, under Settings.</source>
        <translation>
            <numerusform>%n face template is due to be destroyed, under Settings.</numerusform><numerusform>%n face templates are due to be destroyed, under Settings.</numerusform></translation>
    </message>
</context>
<context>
    <name>OffersPanel</name>
    <message numerus="yes">
        <source>Apply %n choice(s)</source>
        <translation>
            <numerusform>Apply %n choice</numerusform><numerusform>Apply %n choices</numerusform></translation>
    </message>
</context>
<context>
    <name>PreviewStep</name>
    <message numerus="yes">
        <source>Import %n person(s)</source>
        <translation>
            <numerusform>Import %n person</numerusform><numerusform>Import %n people</numerusform></translation>
    </message>
</context>
<context>
    <name>ReleasesPage</name>
    <message numerus="yes">
        <source>%n task(s) opened.</source>
        <translation>
            <numerusform>%n task opened.</numerusform><numerusform>%n tasks opened.</numerusform></translation>
    </message>
</context>
<context>
    <name>RetentionCard</name>
    <message numerus="yes">
        <source>By the profile {profile}: %n face template(s) due.</source>
        <translation>
            <numerusform>By the profile {profile}: %n face template due.</numerusform><numerusform>By the profile {profile}: %n face templates due.</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n face template(s) destroyed, in the backups too.</source>
        <translation>
            <numerusform>%n face template destroyed, in the backups too.</numerusform><numerusform>%n face templates destroyed, in the backups too.</numerusform></translation>
    </message>
</context>
<context>
    <name>RosterList</name>
    <message numerus="yes">
        <source>%n person(s)</source>
        <translation>
            <numerusform>%n person</numerusform><numerusform>%n people</numerusform></translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message numerus="yes">
        <source>%n report(s) since the program started. A report names no person and no file.</source>
        <translation>
            <numerusform>%n report since the program started. A report names no person and no file.</numerusform><numerusform>%n reports since the program started. A report names no person and no file.</numerusform></translation>
    </message>
</context>
<context>
    <name>TakedownList</name>
    <message numerus="yes">
        <source>%n copy(s) must come down or be looked at</source>
        <translation>
            <numerusform>%n copy must come down or be looked at</numerusform><numerusform>%n copies must come down or be looked at</numerusform></translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message numerus="yes">
        <source>%n open task(s)</source>
        <translation>
            <numerusform>%n open task</numerusform><numerusform>%n open tasks</numerusform></translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message numerus="yes">
        <source>question {place} of {count} · %n face(s)</source>
        <translation>
            <numerusform>question {place} of {count} · %n face</numerusform><numerusform>question {place} of {count} · %n faces</numerusform></translation>
    </message>
</context>
</TS>
