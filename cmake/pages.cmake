# install_pages(<program>): the manual page and the shell completions of a program, written by the
# program itself from its own options, and installed where the system looks for them.
function(install_pages program)
  set(folder "${CMAKE_CURRENT_BINARY_DIR}/pages")
  file(MAKE_DIRECTORY "${folder}")
  set(pages "${folder}/${program}.1" "${folder}/${program}.bash" "${folder}/_${program}"
            "${folder}/${program}.fish")
  set(kinds man complete-bash complete-zsh complete-fish)
  foreach(page kind IN ZIP_LISTS pages kinds)
    add_custom_command(OUTPUT "${page}"
      COMMAND ${program} --generate ${kind} --output "${page}"
      DEPENDS ${program} VERBATIM)
  endforeach()
  add_custom_target(${program}-pages ALL DEPENDS ${pages})
  list(GET pages 0 man)
  list(GET pages 1 bash)
  list(GET pages 2 zsh)
  list(GET pages 3 fish)
  install(FILES "${man}" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  install(FILES "${bash}" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions"
          RENAME "${program}")
  install(FILES "${zsh}" DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
  install(FILES "${fish}" DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endfunction()
