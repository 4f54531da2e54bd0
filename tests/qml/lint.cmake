# Lints every page by itself and by its relative path: qmllint 6.4.2 dies, or not, by its hash seed, of a singleton that it
# meets once more under the same name, as one file and as an import of another.
#   cmake -DQMLLINT=… -DIMPORTS=FOLDER -DFILES="a.qml;b.qml" -P lint.cmake
set(unclean)
foreach(file IN LISTS FILES)
    file(RELATIVE_PATH page ${IMPORTS} ${file})
    execute_process(COMMAND ${QMLLINT} -I . ${page} WORKING_DIRECTORY ${IMPORTS} RESULT_VARIABLE result ERROR_VARIABLE said OUTPUT_VARIABLE said)
    if(NOT result EQUAL 0 OR said)
        message("${file}: ${result}\n${said}")
        list(APPEND unclean ${file})
    endif()
endforeach()
if(NOT FILES OR unclean)
    message(FATAL_ERROR "not clean: ${unclean}")
endif()
