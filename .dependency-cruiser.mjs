// Checked here, because eslint compares the text of an import, not the file that it leads to, and no rule of it includes
// cycles of types.
export default {
  forbidden: [
    {
      name: "no-circular",
      comment:
        "Two files that import each other, types included, cannot be understood one after the other. Move what both need into a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "core-imports-no-cloud",
      comment:
        "Imports go from a cloud to core, never the other way: whoever onboards one cloud must not load another. Put this into the cloud's folder and pass plain values to core.",
      severity: "error",
      from: { path: "^lib/(core/|[^/]+$)" },
      to: { path: "^lib/(?!core/)[^/]+/" },
    },
    {
      name: "clouds-are-independent",
      comment: "Clouds do not know each other. What two of them need belongs in lib/core.",
      severity: "error",
      from: { path: "^lib/(?!core/)([^/]+)/" },
      to: { path: "^lib/(?!core/)[^/]+/", pathNot: "^lib/$1/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|bench/dist|cdktf[.]out)/" },
  },
};
