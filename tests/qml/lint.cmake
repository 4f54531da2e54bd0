# Lints every page by itself: qmllint 6.4.2 given many files at once dies, or not, by its hash seed.
#   cmake -DQMLLINT=… -DIMPORTS=FOLDER -DFILES="a.qml;b.qml" -P lint.cmake
set(unclean)
foreach(file IN LISTS FILES)
    execute_process(COMMAND ${QMLLINT} -I ${IMPORTS} ${file} RESULT_VARIABLE result ERROR_VARIABLE said OUTPUT_VARIABLE said)
    if(NOT result EQUAL 0 OR said)
        message("${file}: ${result}\n${said}")
        list(APPEND unclean ${file})
    endif()
endforeach()
if(NOT FILES OR unclean)
    message(FATAL_ERROR "not clean: ${unclean}")
endif()
