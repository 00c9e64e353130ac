// Cycles are checked here, because no rule of eslint includes imports of types.
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
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(dist|bench/dist|cdktf[.]out)/" },
  },
};
