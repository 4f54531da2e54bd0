// Hours and days are the drive's, whatever zone the laptop's own clock is set to (these tests run in another one).
import QtQuick
import QtTest
import Teken.Theme

TestCase {
    id: test

    name: "Format"

    // 17 November 2023, 01.15 and 16.30 in Greenwich.
    readonly property date morning: new Date(Date.UTC(2023, 10, 17, 1, 15))
    readonly property date afternoon: new Date(Date.UTC(2023, 10, 17, 16, 30))

    function init(): void {
        failOnWarning(/./);
        Format.language = "id";
        Format.driveZone = "WIB";
    }
    function cleanupTestCase(): void {
        Format.driveZone = "";
    }

    function test_hoursAreTheDrives_data() {
        return [
            {
                tag: "WIB",
                hour: "08.15 WIB"
            },
            {
                tag: "WITA",
                hour: "09.15 WITA"
            },
            {
                tag: "WIT",
                hour: "10.15 WIT"
            }
        ];
    }
    function test_hoursAreTheDrives(data): void {
        Format.driveZone = data.tag;
        compare(Format.hour(test.morning), data.hour);
    }
    function test_theDayTurnsWithTheDrivesMidnight(): void {
        compare(Format.day(test.afternoon), "Jumat, 17 November 2023");
        compare(Format.dayAndHour(test.afternoon), "17 Nov 2023 · 23.30 WIB");
        Format.driveZone = "WITA";
        compare(Format.day(test.afternoon), "Sabtu, 18 November 2023");
        compare(Format.shortDay(test.afternoon), "18 Nov 2023");
        compare(Format.hour(test.afternoon), "00.30 WITA");
    }
    function test_englishKeepsTheZonesWord(): void {
        Format.language = "en";
        compare(Format.hour(test.morning), "08:15 WIB");
    }
    function test_withoutADriveTheLaptopsOwnZoneIsSaid(): void {
        Format.driveZone = "";
        const own = Format.hour(test.morning);
        verify(!own.endsWith("WIB"), own);
        verify(/UTC[+−]\d+$/.test(own), own);
    }
    function test_noTimeIsNoWord(): void {
        const never = new Date(NaN);
        compare(Format.hour(never), "");
        compare(Format.day(never), "");
        compare(Format.dayAndHour(never), "");
    }
}
