# How a folder becomes a target. One folder, one static library, private links, no globbing:
# a missing line is a build error and not a silent hole.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)

add_library(teken_flags INTERFACE)
target_compile_options(teken_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Wold-style-cast
                       -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 to 14 take an empty std::optional and a short std::string for faults as soon as they optimise.
    target_compile_options(teken_flags INTERFACE -Wno-maybe-uninitialized -Wno-restrict)
endif()
target_include_directories(teken_flags INTERFACE ${CMAKE_SOURCE_DIR})
if(TEKEN_SANITIZE STREQUAL "address")
    target_compile_options(teken_flags INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=all
                           -fno-omit-frame-pointer -g1)
    target_link_options(teken_flags INTERFACE -fsanitize=address,undefined)
elseif(TEKEN_SANITIZE STREQUAL "thread")
    target_compile_options(teken_flags INTERFACE -fsanitize=thread -fno-omit-frame-pointer -g1)
    target_link_options(teken_flags INTERFACE -fsanitize=thread)
elseif(NOT TEKEN_SANITIZE STREQUAL "")
    message(FATAL_ERROR "TEKEN_SANITIZE is '${TEKEN_SANITIZE}'; expected empty, 'address' or 'thread'")
endif()
if(TEKEN_FUZZ)
    target_compile_options(teken_flags INTERFACE -fsanitize=fuzzer-no-link,address,undefined)
    target_link_options(teken_flags INTERFACE -fsanitize=address,undefined)
endif()

# Files whose private names another file of the room uses too: compiled by themselves in a unity build, where the others
# of a room are one translation unit (TEKEN_UNITY, for the test command: a third of the time).
function(teken_alone)
    if(ARGN)
        set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
    endif()
endfunction()

# teken_library(core_entry SOURCES a.cpp b.cpp [ALONE b.cpp] PUBLIC core_crypto PRIVATE nlohmann_json::nlohmann_json)
#   PUBLIC: rooms whose headers appear in this room's headers; PRIVATE: everything else.
function(teken_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;ALONE;PUBLIC;PRIVATE" ${ARGN})
    add_library(${name} STATIC ${ARG_SOURCES})
    teken_alone(${ARG_ALONE})
    target_link_libraries(${name} PUBLIC ${ARG_PUBLIC} PRIVATE teken_flags ${ARG_PRIVATE})
    target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
    if(TEKEN_SANITIZE OR TEKEN_FUZZ)
        target_link_libraries(${name} PUBLIC teken_flags)
    endif()
endfunction()

# teken_executable(tekenctl SOURCES main.cpp LINKS core_desk)
function(teken_executable name)
    cmake_parse_arguments(ARG "" "" "SOURCES;ALONE;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    teken_alone(${ARG_ALONE})
    target_link_libraries(${name} PRIVATE teken_flags ${ARG_LINKS})
endfunction()
