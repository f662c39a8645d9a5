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
    <name>FlagsPage</name>
    <message numerus="yes">
        <source>%n flag(s) settled.</source>
        <translation>
            <numerusform>%n flag settled.</numerusform><numerusform>%n flags settled.</numerusform></translation>
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
</TS>
