using System;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ContextureDsl.Compiler.Reading;

/// <summary>Numbers that are known when the declaration is compiled.</summary>
public static class ConstantNumber
{
    /// <summary>The constant, whatever its type, also on its way to a nullable; null where it is known only at run time.</summary>
    public static double? Of(IOperation value)
    {
        while (value is IConversionOperation { ConstantValue.HasValue: false, IsImplicit: true } conversion) value = conversion.Operand;
        return value.ConstantValue is { HasValue: true, Value: IConvertible constant and not (string or bool or char) } ? Convert.ToDouble(constant, CultureInfo.InvariantCulture) : null;
    }
}
