// The async boundary: federation settles its shared modules before any of ours runs.
void import('./standalone')
