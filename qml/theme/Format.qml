// Numbers, hours and days as people here write them: 6.102 · 08.15 WIB · Jumat, 17 November 2023.
pragma Singleton

import QtQuick

QtObject {
    id: format

    // Moments are dates, declared as var: qmllint 6.4 dies of calls on a parameter of type date.

    /// "id" or "en"; bindings that format through here follow it.
    property string language: "id"
    /// The drive's: "WIB", "WITA" or "WIT". Empty: no drive is known, the laptop's own zone is said.
    property string driveZone: ""

    readonly property string localeName: language === "en" ? "en_GB" : "id_ID"
    readonly property int zoneMinutes: driveZone === "WIB" ? 420 : driveZone === "WITA" ? 480 : driveZone === "WIT" ? 540 : -1

    function count(value: real): string {
        return Number(value).toLocaleString(Qt.locale(format.localeName), "f", 0);
    }

    function percent(part: real, whole: real): string {
        return whole > 0 ? Number(100 * part / whole).toLocaleString(Qt.locale(format.localeName), "f", 1) + " %" : "";
    }

    function isValid(when: var): bool {
        return !isNaN(when.getTime());
    }

    /// Minutes east of Greenwich: the drive's, or the laptop's while no drive is known.
    function minutesEast(when: var): int {
        return format.zoneMinutes < 0 ? -when.getTimezoneOffset() : format.zoneMinutes;
    }

    /// Its UTC fields are the wall clock of the drive: a JS date has no zone of its own but the laptop's.
    function wallClock(when: var): var {
        return new Date(when.getTime() + format.minutesEast(when) * 60000);
    }

    /// Noon of that day as the laptop's own zone writes it, for a locale that knows no other zone.
    function calendarDay(when: var): var {
        const there = format.wallClock(when);
        return new Date(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate(), 12);
    }

    /// Indonesia has three zones; elsewhere (a test machine) the offset is said as it is.
    function zone(when: var): string {
        if (format.driveZone !== "")
            return format.driveZone;
        const minutes = format.minutesEast(when);
        switch (minutes) {
        case 420:
            return "WIB";
        case 480:
            return "WITA";
        case 540:
            return "WIT";
        }
        const hours = Math.floor(Math.abs(minutes) / 60);
        return "UTC" + (minutes < 0 ? "−" : "+") + hours;
    }

    function hour(when: var): string {
        if (!format.isValid(when))
            return "";
        const separator = format.language === "en" ? ":" : ".";
        const two = value => value < 10 ? "0" + value : "" + value;
        const there = format.wallClock(when);
        return two(there.getUTCHours()) + separator + two(there.getUTCMinutes()) + " " + format.zone(when);
    }

    function day(when: var): string {
        return format.isValid(when) ? format.calendarDay(when).toLocaleDateString(Qt.locale(format.localeName), "dddd, d MMMM yyyy") : "";
    }

    function shortDay(when: var): string {
        return format.isValid(when) ? format.calendarDay(when).toLocaleDateString(Qt.locale(format.localeName), "d MMM yyyy") : "";
    }

    function dayAndHour(when: var): string {
        return format.isValid(when) ? format.shortDay(when) + " · " + format.hour(when) : "";
    }

    /// The parts that are not empty, with a separator between them.
    function joined(parts: var, separator: string): string {
        return parts.filter(part => part !== "").join(separator);
    }

    /// Minutes and seconds, "0:45".
    function countdown(seconds: int): string {
        const rest = seconds % 60;
        return Math.floor(seconds / 60) + ":" + (rest < 10 ? "0" + rest : rest);
    }

    function bytes(value: real): string {
        const units = ["B", "KB", "MB", "GB", "TB"];
        let size = value;
        let unit = 0;
        while (size >= 1000 && unit < units.length - 1) {
            size /= 1000;
            ++unit;
        }
        return Number(size).toLocaleString(Qt.locale(format.localeName), "f", unit > 1 && size < 100 ? 1 : 0) + " " + units[unit];
    }
}
