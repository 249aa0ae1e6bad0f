mod inspecting;
mod keeping;
