# Debian packages of our own: `cmake --build build && cd build && cpack -G DEB` makes
#   teken-server  the central server with its service and user
#   tekenctl      the command line, for administrators and auditors
#   teken         the desktop app
# Each only if its program was built.
include(GNUInstallDirs)

set(_packaging ${CMAKE_SOURCE_DIR}/packaging)
set(CPACK_COMPONENTS_ALL)

if(TARGET teken-server)
    list(APPEND CPACK_COMPONENTS_ALL server)
    install(TARGETS teken-server RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT server)
    install(FILES ${_packaging}/deb/teken-server.service DESTINATION lib/systemd/system COMPONENT server)
endif()
if(TARGET tekenctl)
    list(APPEND CPACK_COMPONENTS_ALL tools)
    install(TARGETS tekenctl RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tools)
endif()
if(TARGET teken)
    list(APPEND CPACK_COMPONENTS_ALL app)
    install(TARGETS teken RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT app)
    install(FILES ${_packaging}/deb/teken.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT app)
    install(FILES ${_packaging}/deb/teken.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps
            COMPONENT app)
endif()
foreach(_pair server:teken-server tools:tekenctl app:teken)
    string(REPLACE ":" ";" _pair ${_pair})
    list(GET _pair 0 _component)
    list(GET _pair 1 _package)
    if(_component IN_LIST CPACK_COMPONENTS_ALL)
        set(_papers ${_packaging}/deb/copyright)
        if(EXISTS ${_packaging}/HANDBOOK.md)
            list(APPEND _papers ${_packaging}/HANDBOOK.md)
        endif()
        # The page that checks one record, and what an office has to know that becomes a witness.
        list(APPEND _papers ${_packaging}/COSIGNER.md ${CMAKE_BINARY_DIR}/packaging/web/periksa.html)
        install(FILES ${_papers} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${_package} COMPONENT ${_component})
    endif()
endforeach()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME teken)
set(CPACK_PACKAGE_VENDOR Teken)
set(CPACK_PACKAGE_CONTACT "Teken <teken@example.invalid>")
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME teken-server)
set(CPACK_DEBIAN_SERVER_DESCRIPTION "Teken central server
 Takes in the signed entries of officers' laptops, merges them, and acknowledges each one.")
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS adduser)
set(CPACK_DEBIAN_SERVER_PACKAGE_RECOMMENDS tekenctl)
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA ${_packaging}/deb/postinst ${_packaging}/deb/prerm
    ${_packaging}/deb/postrm)

set(CPACK_DEBIAN_TOOLS_PACKAGE_NAME tekenctl)
set(CPACK_DEBIAN_TOOLS_DESCRIPTION "Teken command line
 Keys, drives, rosters, certificates, exchange by file, papers, and the audit of a whole book.")
# Papers name their fonts; no tool finds these by itself. Pango and Cairo come by shlibdeps (Debian 12 and 13 alike).
set(CPACK_DEBIAN_TOOLS_PACKAGE_DEPENDS "fonts-texgyre, fonts-inter")

set(CPACK_DEBIAN_APP_PACKAGE_NAME teken)
set(CPACK_DEBIAN_APP_DESCRIPTION "Teken desktop app
 Records signatures of a pledge on an officer's laptop, also without internet.")
# What the QML files import and the fonts they name: no tool finds these by itself.
set(CPACK_DEBIAN_APP_PACKAGE_DEPENDS
    "qml6-module-qtquick, qml6-module-qtquick-controls, qml6-module-qtquick-layouts, qml6-module-qtquick-templates"
    "qml6-module-qtquick-window, qml6-module-qtqml, qml6-module-qtqml-models, qml6-module-qtqml-workerscript"
    "fonts-inter, fonts-texgyre, fonts-material-design-icons-iconfont")
list(JOIN CPACK_DEBIAN_APP_PACKAGE_DEPENDS ", " CPACK_DEBIAN_APP_PACKAGE_DEPENDS)
set(CPACK_DEBIAN_APP_PACKAGE_RECOMMENDS "tekenctl, qt6-wayland, cups-client, xdg-utils")

include(CPack)
