// Numbers, hours and days as people here write them: 6.102 · 08.15 WIB · Jumat, 17 November 2023.
pragma Singleton

import QtQuick

QtObject {
    id: format

    /// "id" or "en"; bindings that format through here follow it.
    property string language: "id"

    readonly property string localeName: language === "en" ? "en_GB" : "id_ID"

    function count(value: real): string {
        return Number(value).toLocaleString(Qt.locale(format.localeName), "f", 0);
    }

    function percent(part: real, whole: real): string {
        return whole > 0 ? Number(100 * part / whole).toLocaleString(Qt.locale(format.localeName), "f", 1) + " %" : "";
    }

    function isValid(when: date): bool {
        return !isNaN(when.getTime());
    }

    /// Indonesia has three zones; elsewhere (a test machine) the offset is said as it is.
    function zone(when: date): string {
        const minutes = -when.getTimezoneOffset();
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

    function hour(when: date): string {
        if (!format.isValid(when))
            return "";
        const separator = format.language === "en" ? ":" : ".";
        const two = value => value < 10 ? "0" + value : "" + value;
        return two(when.getHours()) + separator + two(when.getMinutes()) + " " + format.zone(when);
    }

    function day(when: date): string {
        return format.isValid(when) ? when.toLocaleDateString(Qt.locale(format.localeName), "dddd, d MMMM yyyy") : "";
    }

    function shortDay(when: date): string {
        return format.isValid(when) ? when.toLocaleDateString(Qt.locale(format.localeName), "d MMM yyyy") : "";
    }

    function dayAndHour(when: date): string {
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
