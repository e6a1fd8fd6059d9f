using Gms.Platform;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

/// <summary>The calls of protos/gms/departure_orientation/v1/curricula.proto, one file each in this folder.</summary>
public sealed partial class CurriculaService(DepartureOrientationDb db, Call call, TimeProvider clock, Programmes programmes) : Proto.Curricula.CurriculaBase;
