# The one HTTP library, as target teken_httplib: safe by version, with our settings, or no configuration at all.
#
# Looked for in this order:
#   1. TEKEN_HTTPLIB_DIR, if set: the folder that holds httplib.h
#   2. deps/httplib in this build folder, or in the project's build/: where packaging/setup.sh unpacks it
# Never the installed package: Debian 12's (0.11.4) lets a small request take gigabytes, and Debian 13's is good but
# compiled with settings of its own (backlog of 5, decompression of bodies on) that no caller can change. The same
# source on both gives the same server on both.

set(TEKEN_HTTPLIB_MINIMUM 0.18.7)
if(TARGET teken_httplib)
    return()
endif()

set(_httplib_places ${CMAKE_BINARY_DIR}/deps/httplib ${CMAKE_SOURCE_DIR}/build/deps/httplib)
if(TEKEN_HTTPLIB_DIR)
    set(_httplib_places ${TEKEN_HTTPLIB_DIR})
endif()
unset(_httplib_header)
foreach(_place IN LISTS _httplib_places)
    if(NOT _httplib_header AND EXISTS ${_place}/httplib.h)
        set(_httplib_header ${_place}/httplib.h)
    endif()
endforeach()
set(_httplib_next "run packaging/setup.sh, which fetches Debian 13's patched source, and configure again")
if(NOT _httplib_header)
    message(FATAL_ERROR "cpp-httplib ${TEKEN_HTTPLIB_MINIMUM} or newer: not found in "
                        "${_httplib_places}; ${_httplib_next}")
endif()
file(STRINGS ${_httplib_header} _httplib_line REGEX "^#define CPPHTTPLIB_VERSION \"")
string(REGEX REPLACE ".*\"([0-9.]+)\".*" "\\1" _httplib_version "${_httplib_line}")
if(NOT _httplib_version MATCHES "^[0-9]+\\.[0-9]+\\.[0-9]+$" OR _httplib_version VERSION_LESS TEKEN_HTTPLIB_MINIMUM)
    message(FATAL_ERROR "${_httplib_header} is cpp-httplib '${_httplib_version}'; expected ${TEKEN_HTTPLIB_MINIMUM} "
                        "or newer, because older ones have known holes; ${_httplib_next}")
endif()

find_package(OpenSSL 3.0 REQUIRED)
add_library(teken_httplib INTERFACE)
target_link_libraries(teken_httplib INTERFACE OpenSSL::SSL OpenSSL::Crypto Threads::Threads)
get_filename_component(_httplib_folder ${_httplib_header} DIRECTORY)
target_include_directories(teken_httplib SYSTEM INTERFACE ${_httplib_folder})
# No zlib and no brotli: compressed bodies are ours (zstd), under our own limits.
target_compile_definitions(teken_httplib INTERFACE CPPHTTPLIB_OPENSSL_SUPPORT CPPHTTPLIB_LISTEN_BACKLOG=511)
set(TekenHttplib_FOUND TRUE)
if(NOT TekenHttplib_FIND_QUIETLY)
    message(STATUS "cpp-httplib ${_httplib_version} from ${_httplib_folder}")
endif()
