# The installed tree is whole: both programs run from it, with their manual pages and completions.
file(REMOVE_RECURSE "${SCRATCH_DIR}")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD_DIR}" --prefix "${SCRATCH_DIR}"
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)

foreach(program dateline-index dateline-search)
  foreach(file "bin/${program}" "share/man/man1/${program}.1"
               "share/bash-completion/completions/${program}"
               "share/zsh/site-functions/_${program}"
               "share/fish/vendor_completions.d/${program}.fish")
    if(NOT EXISTS "${SCRATCH_DIR}/${file}")
      message(SEND_ERROR "not installed: ${file}")
    endif()
  endforeach()
endforeach()

set(archive "${SCRATCH_DIR}/archive")
execute_process(COMMAND "${SCRATCH_DIR}/bin/dateline-index" update --archive "${archive}"
                        "${SOURCE_DIR}/corpus/articles"
                OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${SCRATCH_DIR}/bin/dateline-search" query --archive "${archive}"
                        Wagner human rights --format ids
                OUTPUT_VARIABLE ids COMMAND_ERROR_IS_FATAL ANY)
if(NOT ids MATCHES "sahel-courier/un-rights-chief-expelled")
  message(SEND_ERROR "the installed programs do not answer:\n${ids}")
endif()
