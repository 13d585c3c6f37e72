// Bisection on the time; all ranges [x - v t, x + v t] must share a point.
using System;
using System.Globalization;
using System.IO;

class Program
{
    static void Main()
    {
        var input = new StreamReader(Console.OpenStandardInput());
        int n = int.Parse(input.ReadLine());
        var x = new double[n];
        var v = new double[n];
        for (int i = 0; i < n; i++)
        {
            string[] parts = input.ReadLine().Split(' ');
            x[i] = int.Parse(parts[0]);
            v[i] = int.Parse(parts[1]);
        }
        double low = 0, high = 1e9 + 1;
        for (int step = 0; step < 60; step++)
        {
            double t = (low + high) / 2, left = -1e18, right = 1e18;
            for (int i = 0; i < n; i++)
            {
                double a = x[i] - v[i] * t, b = x[i] + v[i] * t;
                if (a > left) left = a;
                if (b < right) right = b;
            }
            if (left <= right) high = t; else low = t;
        }
        Console.WriteLine(high.ToString("F9", CultureInfo.InvariantCulture));
    }
}
