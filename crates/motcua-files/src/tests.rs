mod inspecting;
mod keeping;
mod waiting;
