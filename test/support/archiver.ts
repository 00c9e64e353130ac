// In place of the package `archiver`, which cdktf loads for archives of assets. The library has no assets, and two fifths of
// the time in which a test file loads cdktf are those of this package.
export {};
