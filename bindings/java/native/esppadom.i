/* The border to Java: bytes in, bytes out. Strings of Java would be Modified UTF-8, so none crosses. */
%module NativeLibrary

%{
#include <string>
#include <string_view>

#include "native.hpp"
%}

%pragma(java) moduleclassmodifiers="final class"
%pragma(java) jniclassclassmodifiers="final class"

%typemap(jni) std::string_view "jbyteArray"
%typemap(jtype) std::string_view "byte[]"
%typemap(jstype) std::string_view "byte[]"
%typemap(javain) std::string_view "$javainput"
%typemap(in) std::string_view (std::string kept) {
  if ($input == nullptr) {
    SWIG_JavaThrowException(jenv, SWIG_JavaNullPointerException, "request");
    return $null;
  }
  kept.resize(static_cast<std::size_t>(jenv->GetArrayLength($input)));
  jenv->GetByteArrayRegion($input, 0, static_cast<jsize>(kept.size()), reinterpret_cast<jbyte*>(kept.data()));
  $1 = kept;
}

%typemap(jni) std::string "jbyteArray"
%typemap(jtype) std::string "byte[]"
%typemap(jstype) std::string "byte[]"
%typemap(javaout) std::string { return $jnicall; }
%typemap(out) std::string {
  if ($1.size() > 2147483639u) {
    SWIG_JavaThrowException(jenv, SWIG_JavaOutOfMemoryError, "an answer of more than 2 GiB");
    return $null;
  }
  $result = jenv->NewByteArray(static_cast<jsize>($1.size()));
  if ($result == nullptr) return $null;
  jenv->SetByteArrayRegion($result, 0, static_cast<jsize>($1.size()), reinterpret_cast<const jbyte*>($1.data()));
}

%typemap(jni) std::int64_t "jlong"
%typemap(jtype) std::int64_t "long"
%typemap(jstype) std::int64_t "long"
%typemap(javain) std::int64_t "$javainput"
%typemap(in) std::int64_t "$1 = $input;"
%typemap(jni) std::int32_t "jint"
%typemap(jtype) std::int32_t "int"
%typemap(jstype) std::int32_t "int"
%typemap(javain) std::int32_t "$javainput"
%typemap(in) std::int32_t "$1 = $input;"

namespace java {
std::string call(std::int32_t operation, std::string_view request);
std::string open(std::int32_t operation, std::string_view request);
std::string next(std::int64_t handle, std::int32_t operation, std::string_view request);
void close(std::int64_t handle);
}
