// libyaml's public header, from the system package libyaml-dev.
#pragma once
#include <yaml.h>
