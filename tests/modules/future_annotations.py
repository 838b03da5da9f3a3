from __future__ import annotations
import __future__

def f(a: int, b: undefined_name | None = None) -> list[str]:
    return a

class C:
    x: "quoted"
    y: Missing[int, ...] = 1

print(f.__annotations__)
print(C.__annotations__)
print(annotations)
print(__future__.division.getOptionalRelease(), __future__.annotations.getMandatoryRelease())
print(__future__.all_feature_names)
