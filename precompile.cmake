# SPDX-FileCopyrightText: The Madoguchi authors
# SPDX-License-Identifier: Apache-2.0
#
# Headers that nearly every source reads, compiled once for each target: a third of the time to build.
# The debug preset goes without them, so that each file still has to include what it uses.
set(MADOGUCHI_COMMON_HEADERS
    <QByteArray>
    <QDateTime>
    <QJsonObject>
    <QList>
    <QMap>
    <QObject>
    <QString>
    <algorithm>
    <array>
    <functional>
    <memory>
    <optional>
    <span>
    <tl/expected.hpp>
    <utility>
    <vector>)
set(MADOGUCHI_WIDGET_HEADERS <QApplication> <QLabel> <QLayout> <QLineEdit> <QPainter> <QPushButton> <QWidget>)

foreach(target madoguchi_smartcard madoguchi_simulator madoguchi_core madoguchictl)
  target_precompile_headers(${target} PRIVATE ${MADOGUCHI_COMMON_HEADERS})
endforeach()
foreach(target madoguchi_ui madoguchi_practice)
  target_precompile_headers(${target} PRIVATE ${MADOGUCHI_COMMON_HEADERS} ${MADOGUCHI_WIDGET_HEADERS})
endforeach()

# All tests share two sets, one with and one without widgets. Each set belongs to a program that does nothing,
# because only another program is compiled alike. What would tell tests apart is made the same for all: Qt's macros
# with the test's folder, and the flags of the PC/SC library. A test that differs all the same does without.
get_target_property(definitions Qt6::Test INTERFACE_COMPILE_DEFINITIONS)
list(FILTER definitions EXCLUDE REGEX "^QT_TESTCASE_")
set_target_properties(Qt6::Test PROPERTIES INTERFACE_COMPILE_DEFINITIONS "${definitions}")
set(MADOGUCHI_TEST_FLAGS -fPIC -pthread -Wno-error=invalid-pch)

function(madoguchi_test_headers target)
  add_executable(${target} ${CMAKE_SOURCE_DIR}/tests/support/emptymain.cpp)
  set_target_properties(${target} PROPERTIES AUTOMOC OFF MADOGUCHI_TEST ON)
  target_link_libraries(${target} PRIVATE madoguchi_base Qt6::Test ${ARGN})
  target_compile_options(${target} PRIVATE ${MADOGUCHI_TEST_FLAGS})
  target_precompile_headers(${target} PRIVATE ${MADOGUCHI_COMMON_HEADERS} <QSignalSpy> <QTemporaryDir> <QTest>)
endfunction()
madoguchi_test_headers(madoguchi_test_headers)
madoguchi_test_headers(madoguchi_widget_test_headers Qt6::Widgets)
target_precompile_headers(madoguchi_widget_test_headers PRIVATE ${MADOGUCHI_WIDGET_HEADERS})

# Whether a target links Qt Gui, by itself or through others.
function(madoguchi_knows_gui target result)
  set(${result} FALSE PARENT_SCOPE)
  if(target MATCHES "^Qt6::(Gui|Widgets)$")
    set(${result} TRUE PARENT_SCOPE)
  elseif(TARGET ${target} AND NOT target MATCHES "::")
    get_target_property(libraries ${target} LINK_LIBRARIES)
    foreach(library ${libraries})
      madoguchi_knows_gui(${library} found)
      if(found)
        set(${result} TRUE PARENT_SCOPE)
        return()
      endif()
    endforeach()
  endif()
endfunction()

function(madoguchi_precompile_test target)
  set_target_properties(${target} PROPERTIES MADOGUCHI_TEST ON)
  madoguchi_knows_gui(${target} widgets)
  target_compile_options(${target} PRIVATE ${MADOGUCHI_TEST_FLAGS})
  if(widgets)
    target_precompile_headers(${target} REUSE_FROM madoguchi_widget_test_headers)
  else()
    target_precompile_headers(${target} REUSE_FROM madoguchi_test_headers)
  endif()
endfunction()
