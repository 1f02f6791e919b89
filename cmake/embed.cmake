# Writes OUT: a function SYMBOL (qualified by ::) returning the FILES as {file name, text} pairs.
# Signature in C++: const std::vector<std::pair<const char*, const char*>>& SYMBOL();
string(REGEX REPLACE "::[^:]+$" "" namespace ${SYMBOL})
string(REGEX REPLACE "^.*::" "" function ${SYMBOL})
list(SORT FILES COMPARE NATURAL)
set(entries "")
foreach(file IN LISTS FILES)
  get_filename_component(base ${file} NAME)
  file(READ ${file} text)
  string(APPEND entries "    {\"${base}\", R\"~embed~(${text})~embed~\"},\n")
endforeach()
file(WRITE ${OUT} "#include <utility>\n#include <vector>\n\nnamespace ${namespace} {\n
const std::vector<std::pair<const char*, const char*>>& ${function}();
const std::vector<std::pair<const char*, const char*>>& ${function}() {
  static const std::vector<std::pair<const char*, const char*>> files = {\n${entries}  };
  return files;
}\n\n}  // namespace ${namespace}\n")
