// A question whose answer is written down. That it could not be is said here: the page's own notice lies underneath.
import QtQuick
import Teken.App
import Teken.Controls

DialogSheet {
    id: noting

    /// Who writes it down.
    required property PageController controller
    /// Since it was opened; what failed before is told by the page.
    property bool failed: false

    busy: controller.busy
    onAboutToShow: failed = false

    Connections {
        target: noting.controller
        function onFailureChanged(): void {
            noting.failed = noting.visible && noting.controller.failure.present;
            if (noting.failed)
                noting.contentY = 0;
        }
    }
    ErrorNotice {
        objectName: "dialogFailure"
        visible: noting.failed
        width: parent?.width ?? 0
        notice: noting.controller.failure
        actionText: noting.controller.canRetry ? qsTr("Coba lagi") : ""
        onActionWanted: noting.controller.retry()
        onDismissed: noting.controller.dismissFailure()
    }
}
